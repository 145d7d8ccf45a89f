/* A session plan counts its minutes from the start. With a script it gets a field for the hour: the running order then shows
   the time of day, on the screen and when the page is printed. Nothing is stored or sent. The words come with the page. */
(function () {
  "use strict"

  var box = document.querySelector(".start[data-clock]")
  var steps = Array.from(document.querySelectorAll(".order__step"))
  if (!box || !steps.length) return

  var label = document.createElement("label")
  var input = document.createElement("input")
  label.textContent = box.dataset.label + " "
  input.type = "time"
  input.value = "09:00"
  input.className = "start__time"
  label.append(input)
  box.replaceChildren(label)
  box.classList.add("screen")

  function minutes(step) {
    return parseInt(step.querySelector(".order__time small").textContent, 10)
  }

  function count() {
    var parts = input.value.split(":").map(Number)
    if (parts.length < 2) return
    steps.reduce(function (now, step) {
      var hour = String(Math.floor(now / 60) % 24)
      var clock = box.dataset.clock.replace("{hours}", hour).replace("{minutes}", String(now % 60).padStart(2, "0"))
      step.querySelector(".order__time b").textContent = clock
      return now + minutes(step)
    }, parts[0] * 60 + parts[1])
  }

  input.addEventListener("input", count)
  count()
})()
