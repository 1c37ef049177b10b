import { Client, Connection } from '@temporalio/client';

/**
 * A client that needs no server to begin with and finds it again within a second after an outage (the transport's own
 * pauses grow to two minutes).
 */
export const temporalClient = (address: string, namespace = 'default'): Client =>
  new Client({
    namespace,
    connection: Connection.lazy({
      address,
      channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 1_000 },
    }),
  });
