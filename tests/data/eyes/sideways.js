/* What makes a page wider than its window, or has to be moved sideways in a window of its own; a table may. */
() => {
  const { clientWidth, scrollWidth } = document.documentElement
  const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth} px`] : []
  const isWide = element => !element.querySelector("table") && element.scrollWidth > element.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(element).overflowX)
  const named = element => `${element.tagName.toLowerCase()}.${element.className} is ${element.scrollWidth} px wide in ${element.clientWidth} px`
  return [...page, ...[...document.body.querySelectorAll("*")].filter(isWide).map(named)]
}
