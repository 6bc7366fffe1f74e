using System.Text.Json.Nodes;
using AmoCrm.Sdk.Soak;
using AmoCrm.Sdk.Soak.Workers;

if (args is [WorkerProcess.Argument])
{
    await Worker.RunAsync(Console.In, Console.Out);
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
        stores[store == StoreKind.File ? "file" : "mongodb"] = result.ToJson();
    }

    Console.WriteLine(new JsonObject { ["name"] = command.Name, ["ok"] = isOk, ["quick"] = command.IsQuick, ["stores"] = stores }.ToJsonString());
    return isOk ? 0 : 1;
}
catch (NoMongoDbException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 3;
}
