// Stands in for what every browser has and jsdom lacks, in each file of tests of the screen.
if (!('getEntriesByType' in Performance.prototype)) {
  // On the prototype: there a fake clock looks for what its own `performance` must have.
  Object.defineProperty(Performance.prototype, 'getEntriesByType', {
    configurable: true,
    writable: true,
    value: () => [],
  });
}
