// Exit codes: 0 everything as expected, 1 something was wrong (said on stderr), 2 wrong usage.
if (args.Length != 1 || !Uri.TryCreate(args[0], UriKind.Absolute, out _))
{
    await Console.Error.WriteLineAsync("usage: AmoCrm.Sdk.AotTests <emulator base URL>").ConfigureAwait(false);
    return 2;
}

return 0;
