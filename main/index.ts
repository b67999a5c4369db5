import { startDesk } from './hosts/electron/start.ts'

startDesk(process)
