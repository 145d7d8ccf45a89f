/* "Leave page" takes the place of this page in the tab, so that the back button does not return to it.
   The visit itself stays in the browser's history: the privacy page says so. */
(function () {
  "use strict"

  document.querySelectorAll("a.leave").forEach(function (link) {
    link.addEventListener("click", function (event) {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      window.location.replace(link.href)
    })
  })
})()
