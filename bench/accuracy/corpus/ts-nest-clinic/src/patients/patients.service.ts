import { Injectable, NotFoundException } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { Page, paginate } from '../common/pagination'
import { Patient } from './patient.entity'

@Injectable()
export class PatientsService {
  constructor(@InjectRepository(Patient) private readonly patients: Repository<Patient>) {}

  async findAll(limit = 20): Promise<Page<Patient>> {
    return paginate(await this.patients.find({ take: limit + 1, order: { id: 'ASC' } }), limit)
  }

  async findOne(id: string): Promise<Patient> {
    const patient = await this.patients.findOneBy({ id })
    if (!patient) throw new NotFoundException(`patient ${id}`)
    return patient
  }

  register(name: string, insurer?: string) {
    return this.patients.save(this.patients.create({ name, insurer }))
  }

  async merge(_keep: string, _drop: string): Promise<Patient> {
    throw new Error('Not implemented yet')
  }

  anonymise(id: string): Promise<void> {
    return this.patients.update(id, { name: 'anonymous', insurer: undefined }).then(() => undefined)
  }
}
