import { Column, Entity, OneToMany, PrimaryGeneratedColumn } from 'typeorm'
import { Appointment } from '../appointments/appointment.entity'

@Entity({ name: 'patients' })
export class Patient {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column()
  name!: string

  @Column({ nullable: true })
  insurer?: string

  @OneToMany(() => Appointment, appointment => appointment.patient)
  appointments!: Appointment[]
}
