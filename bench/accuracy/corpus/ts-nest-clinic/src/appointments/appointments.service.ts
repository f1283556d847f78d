import { Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { SlotTaken } from '../common/errors'
import { PatientsService } from '../patients/patients.service'
import { Appointment, AppointmentState } from './appointment.entity'

@Injectable()
export class AppointmentsService {
  constructor(
    @InjectRepository(Appointment) private readonly appointments: Repository<Appointment>,
    private readonly patients: PatientsService,
  ) {}

  async book(patientId: string, slot: Date): Promise<Appointment> {
    const patient = await this.patients.findOne(patientId)
    if (await this.appointments.existsBy({ slot })) throw new SlotTaken(slot)
    return this.appointments.save(this.appointments.create({ patient, slot }))
  }

  cancel(id: string) {
    return this.appointments.delete(id)
  }

  attend = (id: string) => this.appointments.update(id, { state: AppointmentState.Attended })

  async *upcoming(): AsyncGenerator<Appointment> {
    for (const appointment of await this.appointments.findBy({ state: AppointmentState.Booked })) yield appointment
  }
}
