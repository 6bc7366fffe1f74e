using AmoCrm.Sdk.Fuzzing;
using AmoCrm.Sdk.Fuzzing.Running;

if (args is [FuzzWorker.Argument, .. var order])
{
    await FuzzWorker.RunAsync(FuzzWorkerOrder.Parse(order));
    return 0;
}

if (FuzzCommand.Parse(args) is not { } command)
{
    await Console.Error.WriteLineAsync(FuzzCommand.Usage);
    return 2;
}

return command.Replay is { } file
    ? await FuzzReplay.RunAsync(command.Targets[0], file)
    : await FuzzCampaign.RunAsync(command);
