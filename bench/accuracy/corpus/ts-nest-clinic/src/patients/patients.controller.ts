import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common'
import { PatientsService } from './patients.service'

@Controller('patients')
export class PatientsController {
  constructor(private readonly service: PatientsService) {}

  @Get()
  index(@Query('limit') limit?: string) {
    return this.service.findAll(limit ? Number(limit) : undefined)
  }

  @Get(':id')
  show(@Param('id') id: string) {
    return this.service.findOne(id)
  }

  @Post()
  create(@Body() body: { name: string; insurer?: string }) {
    return this.service.register(body.name, body.insurer)
  }

  @Post('merge')
  mergePatients(@Body() body: { keep: string; drop: string }) {
    return this.service.merge(body.keep, body.drop)
  }

  @Delete(':id')
  async erase(@Param('id') _id: string) {}
}
