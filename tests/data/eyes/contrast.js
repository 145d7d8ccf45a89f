/* Text that stands at less than 7:1 on what is behind it: words, words that a style adds, and placeholders. */
() => {
  const LEAST = 7
  const parse = colour => {
    if (!colour.startsWith("rgb")) throw new Error(`unknown colour ${colour}`)
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number)
    return [r, g, b, a]
  }
  const lay = ([r, g, b, a], under) => [r, g, b].map((part, i) => part * a + under[i] * (1 - a))
  const light = rgb => {
    const [r, g, b] = rgb.map(part => part / 255).map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    return .2126 * r + .7152 * g + .0722 * b
  }
  const ratio = (...pair) => {
    const [dark, bright] = pair.map(light).sort((one, other) => one - other)
    return (bright + .05) / (dark + .05)
  }
  const above = element => element ? [...above(element.parentElement), element] : []
  const style = (element, part) => getComputedStyle(element, part)
  const ground = element => above(element).reduce((under, each) => lay(parse(style(each).backgroundColor), under), [255, 255, 255])
  const faded = element => above(element).reduce((all, each) => all * style(each).opacity, 1)
  const isSeen = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0

  const found = []
  const look = (element, { color, fill, backgroundColor, opacity }, text, isPart) => {
    const under = lay(parse(backgroundColor), ground(isPart ? element : element.parentElement))
    const [r, g, b, a] = parse(element instanceof SVGElement ? fill : color)
    const own = ratio(lay([r, g, b, a * faded(element) * (isPart ? opacity : 1)], under), under)
    if (own < LEAST) found.push(`${own.toFixed(2)} ${element.tagName.toLowerCase()}.${element.getAttribute("class")}: ${text.trim().slice(0, 40)}`)
  }
  for (const element of document.body.querySelectorAll(":not(script, style)")) {
    if (!isSeen(element)) continue
    const text = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join(" ")
    if (text.trim()) look(element, style(element), text)
    for (const part of ["::before", "::after"].map(part => style(element, part)))
      if (!["none", "normal", '""'].includes(part.content)) look(element, part, part.content, true)
    if (element.placeholder) look(element, style(element, "::placeholder"), element.placeholder, true)
  }
  return found
}
