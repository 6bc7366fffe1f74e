using System.Text.Json.Nodes;
using AmoCrm.Sdk.Soak;
using AmoCrm.Sdk.Soak.Load;
using AmoCrm.Sdk.Soak.Workers;

if (args is [LoadProcess.Argument or EmulatorProcess.Argument or "lanes" or "export", ..])
{
    Priority.Raise();
}

if (args is [WorkerProcess.Argument])
{
    await Worker.RunAsync(Console.In, Console.Out);
    return 0;
}

if (args is [LoadProcess.Argument])
{
    await LoadWorker.RunAsync(Console.In, Console.Out);
    return 0;
}

if (args is [EmulatorProcess.Argument])
{
    await EmulatorHost.RunAsync(Console.In, Console.Out);
    return 0;
}

if (SoakCommand.Parse(args) is not { } command)
{
    await Console.Error.WriteLineAsync(SoakCommand.Usage);
    return 2;
}

try
{
    await using var server = command.Stores.Contains(StoreKind.MongoDb) ? await MongoDbServer.FindAsync() : null;
    var isOk = true;
    var stores = new JsonObject();
    foreach (var store in command.Stores)
    {
        var result = await command.Program(new SoakRun(store, server?.ConnectionString, command.IsQuick));
        isOk &= result.IsOk;
        stores[store.ToString().ToLowerInvariant()] = result.ToJson();
    }

    var line = new JsonObject { ["name"] = command.Name, ["ok"] = isOk, ["quick"] = command.IsQuick };
    if (command.Stores is [StoreKind.None])
    {
        line["figures"] = stores["none"]!.DeepClone();
    }
    else
    {
        line["stores"] = stores;
    }

    Console.WriteLine(line.ToJsonString());
    return isOk ? 0 : 1;
}
catch (Exception exception) when (exception is NoMongoDbException or NoRedisException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 3;
}
