/** A thread whose code cannot be loaded, as after a broken installation. */
throw new Error('something is missing here')
