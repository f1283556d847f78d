// Starts the service on this machine.

import { createApp } from './server.ts'

createApp().listen(Number(process.env.PORT ?? 3000), '127.0.0.1')
