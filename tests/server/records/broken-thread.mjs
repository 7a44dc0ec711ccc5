// A thread for tests that cannot load its rules.
throw new Error('no rules');
