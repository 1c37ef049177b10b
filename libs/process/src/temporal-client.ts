import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';

/**
 * A client that needs no server to begin with and finds it again within a second after an outage (the transport's own
 * pauses grow to two minutes).
 */
export const temporalClient = (address: string, namespace = 'default'): Client =>
  new Client({
    namespace,
    connection: Connection.lazy({
      address,
      // Few tries within a call: the bridge keeps what failed and tries again itself.
      interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: 3 }))],
      channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 1_000 },
    }),
  });
