/* A timetable gets three fields: its first day, how often it meets, and when it begins. Each meeting then shows its day and hours,
   and the calendar to take along has them too. Nothing is stored or sent: the calendar is made from the text that came with the page. */
(function () {
  "use strict"

  var box = document.querySelector(".dates[data-first]")
  var text = document.querySelector("script.calendar")
  var link = document.querySelector("a[type='text/calendar']")
  if (!box || !text || !link) return

  var places = Array.from(document.querySelectorAll(".meeting__day"))
  var slots = Array.from(document.querySelectorAll(".slot__time"))
  var first = field(box.dataset.day, "input")
  var rhythm = field(box.dataset.rhythm, "select")
  var begin = field(box.dataset.begin, "input")
  var usual = Number(slots[0].dataset.begin)
  first.type = "date"
  begin.type = "time"
  begin.value = two(Math.floor(usual / 60)) + ":" + two(usual % 60)
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

  function two(number) {
    return String(number).padStart(2, "0")
  }

  function clock(minutes) {
    return box.dataset.clock.replace("{hours}", Math.floor(minutes / 60) % 24).replace("{minutes}", two(minutes % 60))
  }

  /* How many minutes later than printed; less than nothing is earlier. */
  function later() {
    var parts = begin.value.split(":").map(Number)
    return parts.length < 2 ? 0 : parts[0] * 60 + parts[1] - usual
  }

  /* Days are counted in UTC, where none has 23 hours. */
  function day(number) {
    var found = new Date((first.value || box.dataset.first) + "T00:00:00Z")
    var steps = (number - 1) * Number(rhythm.value)
    while (steps > 0) {
      found.setUTCDate(found.getUTCDate() + 1)
      if (rhythm.value !== "1" || found.getUTCDay() % 6) steps -= 1
    }
    return found
  }

  function plain(date) {
    return date.toISOString().slice(0, 19).replace(/[-:]/g, "")
  }

  /* One moment of the calendar on its new day, at its new hour. */
  function moved(number, hours, minutes) {
    var found = day(number)
    found.setUTCMinutes(Number(hours) * 60 + Number(minutes) + later())
    return plain(found)
  }

  function show() {
    slots.forEach(function (slot) {
      var ends = { "{begin}": clock(Number(slot.dataset.begin) + later()), "{end}": clock(Number(slot.dataset.end) + later()) }
      slot.textContent = box.dataset.span.replace(/\{\w+\}/g, function (name) { return ends[name] })
    })
    take()
    if (!first.value) return
    var written = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeZone: "UTC" })
    places.forEach(function (place) {
      place.textContent = written.format(day(Number(place.dataset.number)))
      place.classList.remove("start__blank")
      place.removeAttribute("aria-hidden")
    })
  }

  function take() {
    var number = 0
    var lines = text.textContent.trim().replace(/\r?\n/g, "\r\n")
    var calendar = lines.replace(/^(DTSTART|DTEND):\d{8}T(\d\d)(\d\d)00/gm, function (_, name, hours, minutes) {
      number += name === "DTSTART" ? 1 : 0
      return name + ":" + moved(number, hours, minutes)
    })
    if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href)
    link.href = URL.createObjectURL(new Blob([calendar + "\r\n"], { type: "text/calendar" }))
    link.download = box.dataset.file
  }

  first.addEventListener("input", show)
  rhythm.addEventListener("input", show)
  begin.addEventListener("input", show)
})()
