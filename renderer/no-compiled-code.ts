import { z } from 'zod'

// The content policy forbids code made at run time; without this zod would try it at each start, and be refused.
z.config({ jitless: true })
