declare module "autocannon" {
  interface SentRequest {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
    setupRequest?: (request: SentRequest) => SentRequest;
  }
  interface Result {
    requests: { total: number; average: number };
    latency: { p50: number; p99: number; max: number };
    errors: number;
    "2xx": number;
    "3xx": number;
    "4xx": number;
    "5xx": number;
  }
  export default function autocannon(options: {
    url: string;
    connections: number;
    duration: number;
    requests: SentRequest[];
  }): Promise<Result>;
}
