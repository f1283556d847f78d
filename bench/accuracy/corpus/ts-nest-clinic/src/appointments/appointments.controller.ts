import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common'
import { AppointmentsService } from './appointments.service'

@Controller({ path: 'patients/:patientId/appointments' })
export class AppointmentsController {
  constructor(private readonly service: AppointmentsService) {}

  @Post()
  book(@Param('patientId', ParseUUIDPipe) patientId: string, @Body('slot') slot: string) {
    return this.service.book(patientId, new Date(slot))
  }

  @Patch(':id/attend')
  attend(@Param('id') id: string) {
    return this.service.attend(id)
  }

  @Delete(':id')
  @HttpCode(204)
  cancel(@Param('id') id: string) {
    return this.service.cancel(id)
  }
}
