import { Controller, Get } from '@nestjs/common'

@Controller('reports')
export class ReportsController {
  @Get('occupancy')
  occupancy() {
    return { occupied: 0.73 }
  }
}
