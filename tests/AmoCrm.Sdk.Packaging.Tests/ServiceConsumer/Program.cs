using System.Threading.RateLimiting;
using AmoCrm.Sdk;
using AmoCrm.Sdk.Hosting;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddAmoCrm(options => options.AgentId = "sales")
        .UseMongoDb("mongodb://localhost:27017", "my_database")
        .UseRedis("localhost:6379")
        .AddKeepAlive()
        .AddSignatureChecks();
services.AddHealthChecks().AddAmoCrm();

await using var provider = services.BuildServiceProvider();
object[] found =
[
    provider.GetRequiredService<IAmoCrmClient>(),
    provider.GetRequiredService<IAmoCrmSettingsResolver>(),
    provider.GetRequiredService<PartitionedRateLimiter<AmoCrmRateLimitKey>>(),
    provider.GetRequiredService<AmoCrmDisposableTokenValidator>(),
];
Console.WriteLine(string.Join(' ', found.Select(service => service.GetType().Name)));
