import { postgresUrl, withClient } from './cluster-servers.js';

let databases = 0;

/** Makes a new database on the server that all tests share. */
export async function newDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const port = Number(process.env['TIM_TEST_POSTGRES_PORT']);
  databases += 1;
  const name = `test_${process.pid}_${databases}_${Math.random().toString(36).slice(2, 8)}`;
  await withClient(postgresUrl(port, 'postgres'), (client) => client.query(`create database ${name}`));
  const drop = async (): Promise<void> => {
    await withClient(postgresUrl(port, 'postgres'), (client) =>
      client.query(`drop database if exists ${name} with (force)`),
    );
  };
  return { url: postgresUrl(port, name), drop };
}
