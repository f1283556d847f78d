'use strict'

const app = require('./app')
const { startJobs } = require('./jobs/nightly')

const port = process.env.PORT || 3000
app.listen(port, () => {
  console.log(`inventory listens on ${port}`)
  startJobs()
})
