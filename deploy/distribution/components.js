// Reduces the list of components to the jars of the distribution: components.js BOM FOLDER
// The build's list also has what only the demo jar contains. A jar without an entry is an error.
const fs = require('fs');
const [list, folder] = process.argv.slice(2);
const bom = JSON.parse(fs.readFileSync(list, 'utf8'));
const jars = new Set(fs.readdirSync(folder));
bom.components = bom.components.filter((one) => jars.delete(`${one.name}-${one.version}.jar`));
if (jars.size > 0) {
  throw new Error(`The list of components does not have ${[...jars].join(', ')}`);
}
const known = new Set([bom.metadata.component, ...bom.components].map((one) => one['bom-ref']));
bom.dependencies = bom.dependencies
  .filter((one) => known.has(one.ref))
  .map((one) => ({ ...one, dependsOn: (one.dependsOn || []).filter((ref) => known.has(ref)) }));
process.stdout.write(JSON.stringify(bom, null, 2) + '\n');
