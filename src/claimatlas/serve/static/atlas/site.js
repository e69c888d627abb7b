// What stands in for the server where the atlas is a folder of files: data come as scripts, so that it opens from disk too.
window.CLAIMATLAS = (() => {
  const held = { places: new Map(), waiting: new Map() };
  const script = (src) => new Promise((done, failed) => {
    const node = document.createElement("script");
    node.src = src;
    node.addEventListener("load", done);
    node.addEventListener("error", () => failed(new Error(`${src} is missing.`)));
    document.head.append(node);
  });
  const url = (code, type) => URL.createObjectURL(new Blob([code], { type }));
  const slug = (kind, key) => (held.atlas.paths[kind] || {})[key] || key;

  return {
    atlas(columns) { held.atlas = columns; },
    areas(byDay) { held.areas = byDay; },
    told(name, value) { held.places.set(name, value); },
    libraryParts(parts) { held.parts = parts; },
    path(path) {
      const [, kind, key] = path.split("?")[0].split("/").map(decodeURIComponent);
      return key ? `${kind}/${slug(kind, key)}.html` : "index.html";
    },
    async answer(path, extra) {
      if (path === "/api/atlas") return held.atlas;
      if (path === "/api/areas") return (held.areas.days[extra.on] || []).map(([shape, status, side, other, strength]) => ({ shape: held.areas.shapes[shape], status, side, other, strength }));
      const name = slug("places", decodeURIComponent(path.slice("/api/places/".length)));
      if (!held.places.has(name)) await script(`data/places/${name}.js`);
      return held.places.get(name);
    },
    async library() {
      await script("vendor/library.js");
      base = held.parts.base;
      const library = await import(url(held.parts.main, "text/javascript"));
      library.setWorkerUrl(url(held.parts.worker, "text/javascript"));
      return library;
    },
  };
})();
