/* Stands before the theme's search worker and speaks to it in its own messages.
   One language; accents and endings do not matter; nothing is loaded until a reader types.
   Its address says which language and which engine: search-worker.js?language=da&engine=search.….min.js */
(() => {
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
  const here = self.document ? document.currentScript.src : location.href   // a frame on file://, else a worker
  const { language, engine } = Object.fromEntries(new URL(here).searchParams)
  const load = path => self.importScripts(new URL(path, here).href)

  /* Words as a hurried reader types them */

  const ELISION = /(?<!\p{L})(?:[cdjlmnst]|qu)['’]/gu
  const own = {
    da: text => text.replace(/oe/g, "o").replace(/aa/g, "a"),
    fr: text => text.replace(ELISION, "")
  }[language] ?? (text => text)
  const bare = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  const fold = text => bare(own(text.toLowerCase())).replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ø/g, "o")
  const stem = word => {
    const cut = (lunr[language] ?? lunr).stemmer
    return fold(String(cut(new lunr.Token(word.toLowerCase(), {}))))
  }

  let stems                                      // word as folded → its stem, for the query in hand
  const expand = query => own(query.toLowerCase()).split(/\s+/).map(word => {
    const folded = fold(word), root = /^[\p{L}\p{N}]{3,}$/u.test(word) ? stem(word) : folded
    if (root.length < 3 || root === folded) return folded
    stems.set(folded, root)
    return `${folded} ${root}`
  }).join(" ")

  /* The engine: each word goes into the index as folded and as stem */

  const both = token => {
    const folded = token.clone(fold), root = stem(String(token))
    return root === String(folded) ? folded : [folded, token.clone(() => root)]
  }
  const extendIndex = () => {
    const { ref } = lunr.Builder.prototype       // the engine calls it once, when it has set up its pipeline
    lunr.Pipeline.registerFunction(both, "both")
    lunr.Builder.prototype.ref = function (name) {
      this.pipeline.add(both)
      return ref.call(this, name)
    }
  }
  const markOnce = () => {                       // a word found twice, as folded and as stem, is one mark
    const { query } = lunr.Index.prototype
    lunr.Index.prototype.query = function (build) {
      const results = query.call(this, build)
      for (const { matchData } of results) {
        const seen = {}
        for (const fields of Object.values(matchData.metadata))
          for (const [name, field] of Object.entries(fields)) {
            const before = seen[name] ??= new Set()
            const position = field.position.filter(place => !before.has(place) && before.add(place))
            fields[name] = { ...field, position }  // a copy: the engine hands out the index's own
          }
      }
      return results
    }
  }
  const ownTerms = terms => Object.fromEntries(  // a stem is our business: the reader sees the words typed
    Object.entries(terms).filter(([term]) => ![...stems.values()].includes(term) || stems.has(term))
      .map(([term, found]) => [term, found || Boolean(terms[stems.get(term)])]))

  /* Between the page and the engine */

  const toPage = self.postMessage.bind(self), listen = self.addEventListener.bind(self)
  let setup, toEngine, started, ready, asked = 0
  self.addEventListener = (type, handler) => type === "message" ? toEngine = handler : listen(type, handler)
  self.postMessage = message => {
    if (message.type === READY) return ready()
    for (const item of message.data.items.flat()) item.terms = ownTerms(item.terms)
    toPage(message)
  }
  const start = async () => {
    await load(`workers/${engine}`)
    await load(`../../search/${language}.js`)
    if (language !== "en") for (const name of ["stemmer.support", language]) await load(`lunr/min/lunr.${name}.min.js`)
    extendIndex()
    markOnce()
    const { config, ...rest } = setup
    await new Promise(resolve => {
      ready = resolve
      toEngine({ data: { type: SETUP, data: { ...rest, docs: self.entries, config: { ...config, lang: ["en"] } } } })
    })
  }
  listen("message", async ({ data: { type, data } }) => {
    const turn = ++asked
    if (type === SETUP) { setup = data; return toPage({ type: READY }) }
    if (type !== QUERY) return
    if (!data.trim()) return toPage({ type: RESULT, data: { items: [] } })
    await (started ??= start())
    if (turn !== asked) return                   // while it loaded, the reader typed on
    stems = new Map()
    toEngine({ data: { type: QUERY, data: expand(data) } })
  })
})()
