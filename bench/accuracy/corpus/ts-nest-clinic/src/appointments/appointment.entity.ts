import { Column, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm'
import { Patient } from '../patients/patient.entity'

export enum AppointmentState {
  Booked = 'booked',
  Attended = 'attended',
  Missed = 'missed',
}

@Entity('appointments')
export class Appointment {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column('timestamptz')
  slot!: Date

  @Column({ type: 'enum', enum: AppointmentState, default: AppointmentState.Booked })
  state!: AppointmentState

  @ManyToOne(() => Patient, patient => patient.appointments)
  patient!: Patient
}
