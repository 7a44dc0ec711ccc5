/** What a server's line for news is called in PostgreSQL's list of connections: whoever must know whether one works looks for it. */
export const LINE_NAME = 'marshals-baton changes';
