import { Counter, Gauge, Registry } from 'prom-client';

/** Counts by the values of labels. Plain numbers on the hot path; turned into a report only when somebody asks. */
class Tally {
  private readonly counts = new Map<string, number>();

  constructor(registry: Registry, name: string, help: string, labels: readonly string[]) {
    const { counts } = this;
    new Counter({
      name,
      help,
      labelNames: labels,
      registers: [registry],
      collect() {
        this.reset();
        for (const [values, count] of counts) this.labels(...values.split('\n')).inc(count);
      },
    });
  }

  add(...values: readonly string[]): void {
    this.addMany(1, ...values);
  }

  addMany(count: number, ...values: readonly string[]): void {
    const key = values.join('\n');
    this.counts.set(key, (this.counts.get(key) ?? 0) + count);
  }
}

/** What a server counts. Each server has its own, so that several fit into one process. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = this.tally(
    'tim_requests_total',
    'Requests over WebSocket, by operation and answer',
    'op',
    'code',
  );
  readonly rest = this.tally(
    'tim_rest_requests_total',
    'Calls of the REST API, by command and answer',
    'command',
    'code',
  );
  readonly closes = this.tally('tim_connections_closed_total', 'Connections closed, by close code', 'code');
  readonly mediaBytes = this.tally('tim_media_bytes_total', 'Bytes of files, by direction', 'direction');
  readonly kicks = this.tally('tim_kicks_total', 'Sessions kicked, by reason', 'reason');

  private tally(name: string, help: string, ...labels: readonly string[]): Tally {
    return new Tally(this.registry, name, help, labels);
  }

  /** A value that is read when somebody asks. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** What every process has. */
  watchProcess(): void {
    this.gauge('process_resident_memory_bytes', 'Resident memory', () => process.memoryUsage.rss());
    this.gauge('nodejs_heap_used_bytes', 'Used JavaScript heap', () => process.memoryUsage().heapUsed);
    this.gauge('process_cpu_seconds', 'CPU time used', () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    });
    this.gauge('process_uptime_seconds', 'Time since the process started', () => process.uptime());
  }
}
