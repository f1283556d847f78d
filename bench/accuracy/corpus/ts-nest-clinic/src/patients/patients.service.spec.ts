import { PatientsService } from './patients.service'

class InMemoryPatients {
  private rows = new Map<string, { id: string; name: string }>()

  create(row: { name: string }) {
    return { id: String(this.rows.size + 1), ...row }
  }

  async save(row: { id: string; name: string }) {
    this.rows.set(row.id, row)
    return row
  }
}

describe(PatientsService.name, () => {
  it('registers a patient', async () => {
    const service = new PatientsService(new InMemoryPatients() as never)
    await expect(service.register('Grace Hopper')).resolves.toMatchObject({ name: 'Grace Hopper' })
  })

  it.skip('anonymises', () => {
    // service.anonymise('1')
  })
})
