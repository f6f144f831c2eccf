/** The `network` outage: no answer at all. */
export class ConnectionDropped extends Error {
  constructor() {
    super('The mock backend dropped the connection.');
    this.name = 'ConnectionDropped';
  }
}
