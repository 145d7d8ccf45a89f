/* What can be pressed and is smaller than 44 px: not links inside a sentence, not a page's own headings in the side list. */
() => {
  const LEAST = 43.9
  const all = document.querySelectorAll("a[href], button, input, textarea, select, summary")
  const isSeen = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0
  const whole = element => ["checkbox", "radio"].includes(element.type) && element.closest("label") || element
  const hasWords = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.data))
  const isInline = element => getComputedStyle(element).display === "inline"
  const isInSentence = element => element.matches("a")
    && (hasWords(element.parentElement) || isInline(element.parentElement) && isInSentence({ parentElement: element.parentElement.parentElement, matches: () => true }))
  const named = (element, { width, height }) =>
    `${Math.round(width)} × ${Math.round(height)} ${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 40)}`

  return [...all].filter(element => isSeen(element) && !isInSentence(element) && !element.closest(".trail__here"))
    .map(whole).map(element => [element, element.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < LEAST || height < LEAST).map(found => named(...found))
}
