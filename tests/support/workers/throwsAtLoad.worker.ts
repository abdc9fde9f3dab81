// A worker whose code does not even start.
throw new Error('broken at load');
