import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Says at the end which hosts the specs really ran in. */
export default class HostReporter implements Reporter {
  private readonly hosts = new Map<string, number>()

  onTestEnd(_: TestCase, result: TestResult): void {
    for (const { type, description } of result.annotations)
      if (type === 'host' && description !== undefined)
        this.hosts.set(description, (this.hosts.get(description) ?? 0) + 1)
  }

  onEnd(): void {
    for (const [host, tests] of this.hosts) process.stdout.write(`Ran in ${host}: ${tests} tests\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
