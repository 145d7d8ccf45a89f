/* A sheet gets buttons, outside its form: print, clear, and a filled-in example if it has one. Nothing is stored or sent.
   The words come with the page. */
(function () {
  "use strict"

  var tools = document.querySelector(".tools[data-print]")
  var form = document.querySelector(".sheet__form")
  if (!tools || !form) return

  function button(words, action) {
    var made = document.createElement("button")
    made.type = "button"
    made.className = "tools__button"
    made.textContent = words
    made.addEventListener("click", action)
    tools.append(made)
    return made
  }

  function isEmpty() {
    return Array.from(form.elements).every(function (field) {
      return field.type === "checkbox" || field.type === "radio" ? !field.checked : !field.value
    })
  }

  function clear() {
    if (isEmpty() || window.confirm(tools.dataset.ask)) form.reset()
  }

  // Enter in a field would send the form: to this very page, with every word in its address.
  form.addEventListener("submit", function (event) { event.preventDefault() })

  // What an invented person would have written stands hidden beside each field; it never fills the field itself.
  function showExample() {
    var isShown = form.classList.toggle("sheet__form--example")
    this.setAttribute("aria-pressed", isShown)
    form.querySelectorAll(".example").forEach(function (example) { example.hidden = !isShown })
  }

  button(tools.dataset.print, function () { window.print() })
  button(tools.dataset.clear, clear)
  if (form.querySelector(".example, .is-example")) button(tools.dataset.example, showExample).setAttribute("aria-pressed", "false")
})()
