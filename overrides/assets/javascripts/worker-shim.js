/* A page opened from a disk (file://) may not start a worker. There, and only there, a hidden frame does a worker's
   work: same messages, same importScripts, only that importScripts is to be awaited. */
if (location.protocol === "file:") {
  const run = (frame, url) => new Promise((resolve, reject) => {
    const script = frame.contentDocument.createElement("script")
    script.src = url
    script.onload = resolve
    script.onerror = () => reject(new Error(`${url} could not be read`))
    frame.contentDocument.head.append(script)
  })

  window.Worker = class extends EventTarget {
    constructor(url) {
      super()
      const frame = document.createElement("iframe")
      frame.hidden = true
      frame.title = ""
      document.documentElement.append(frame)
      this.inside = frame.contentWindow
      this.inside.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
      this.inside.importScripts = async (...urls) => { for (const each of urls) await run(frame, each) }
      this.loaded = run(frame, new URL(url, document.baseURI).href)
    }

    async postMessage(data) {
      await this.loaded
      this.inside.dispatchEvent(new MessageEvent("message", { data }))
    }
  }
}
