/** Whether this device knows itself to be without a network. */
class Connection {
  offline = $state(false);

  look = (): void => {
    this.offline = !navigator.onLine;
  };
}

export const connection = new Connection();
