/* A timetable gets two fields: its first day and how often it meets. Each meeting then shows its day, and the calendar to take
   along has them too. Nothing is stored or sent: the calendar is made from the text that came with the page. */
(function () {
  "use strict"

  var box = document.querySelector(".dates[data-first]")
  var text = document.querySelector("script.calendar")
  var link = document.querySelector("a[type='text/calendar']")
  if (!box || !text || !link) return

  var places = Array.from(document.querySelectorAll(".meeting__day"))
  var first = field(box.dataset.day, "input")
  var rhythm = field(box.dataset.rhythm, "select")
  first.type = "date"
  box.dataset.every.split("|").forEach(function (name, place) {
    rhythm.add(new Option(name, String([1, 7, 14][place])))
  })
  rhythm.value = "7"

  function field(name, kind) {
    var label = document.createElement("label")
    var control = document.createElement(kind)
    label.textContent = name + " "
    control.className = "start__time"
    label.append(control)
    box.append(label, " ")
    return control
  }

  /* Days are counted in UTC, where none has 23 hours. */
  function day(number) {
    var found = new Date(first.value + "T00:00:00Z")
    var steps = (number - 1) * (rhythm.value === "1" ? 1 : Number(rhythm.value))
    while (steps > 0) {
      found.setUTCDate(found.getUTCDate() + 1)
      if (rhythm.value !== "1" || found.getUTCDay() % 6) steps -= 1
    }
    return found
  }

  function plain(date) {
    return date.toISOString().slice(0, 10).replace(/-/g, "")
  }

  function show() {
    if (!first.value) return
    var written = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeZone: "UTC" })
    places.forEach(function (place) {
      place.textContent = written.format(day(Number(place.dataset.number)))
    })
    var number = 0
    var calendar = text.textContent.trim().replace(/\r?\n/g, "\r\n").replace(/^(DTSTART|DTEND):\d{8}/gm, function (_, name) {
      number += name === "DTSTART" ? 1 : 0
      return name + ":" + plain(day(number))
    })
    if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href)
    link.href = URL.createObjectURL(new Blob([calendar + "\r\n"], { type: "text/calendar" }))
    link.download = box.dataset.file
  }

  first.addEventListener("input", show)
  rhythm.addEventListener("input", show)
})()
