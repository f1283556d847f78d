import { createApp } from './app';
import { buildContainer } from './container';

const port = Number(process.env.PORT || 4000);
const container = buildContainer();

createApp(container).listen(port, () => {
  container.log.info(`listening on ${port}`);
});
