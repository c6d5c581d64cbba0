// Natural Earth's countries at 1:50 million as GeoJSON, once as they are and once with the borders simplified.
// Simplifying the arcs that neighbours share, not the polygons, leaves no gaps between them.
// Usage: npm install world-atlas@2.0.2 topojson-client@3 topojson-simplify@3 && node simplify.js
const fs = require("fs");
const { feature } = require("topojson-client");
const { presimplify, simplify } = require("topojson-simplify");

const read = () => JSON.parse(fs.readFileSync("node_modules/world-atlas/countries-50m.json"));
const write = (name, topology) => fs.writeFileSync(name, JSON.stringify(feature(topology, topology.objects.countries)));

write("full.geojson", read());
write("simplified.geojson", simplify(presimplify(read()), 0.02));
