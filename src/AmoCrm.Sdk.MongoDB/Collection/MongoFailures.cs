using System.Globalization;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB.Collection;

/// <summary>
/// Turns the driver's exceptions into ours. A server's error may quote the document or carry the command, and so tokens: of such a one only the code is told,
/// and it is no inner exception. Those about connections hold addresses only and are kept.
/// </summary>
internal static class MongoFailures
{
    private const int Unauthorized = 13;

    public static AmoCrmSettingsStoreException Slow(string failure, CollectionPlace place, TimeSpan limit, Exception exception) => new(
        $"{failure}: MongoDB ({place.Hosts}) did not answer within {Seconds(limit)}. Look at the load of the server, "
        + $"or give it longer ({nameof(MongoDbSettingsOptions)}.{nameof(MongoDbSettingsOptions.OperationTimeout)}).",
        exception);

    public static AmoCrmSettingsStoreException Explain(string failure, CollectionPlace place, TimeSpan selection, Exception exception) => exception switch
    {
        TimeoutException => new(
            $"{failure}: no MongoDB server at {place.Hosts} could be reached within {Seconds(selection)}. "
            + "Check that it runs and has a primary, the host and port of the connection string, and the network between.",
            exception),
        MongoAuthenticationException => new(
            $"{failure}: MongoDB ({place.Hosts}) refused the user name or password. Check both in the connection string, and authSource."),
        MongoConnectionException or MongoConnectionPoolPausedException or MongoWaitQueueFullException => new(
            $"{failure}: the connection to MongoDB ({place.Hosts}) broke. Check that the server runs, and the network between.",
            exception),
        MongoWriteConcernException or MongoWriteException { WriteError: null, WriteConcernError: not null } => new(
            $"{failure} for certain: MongoDB ({place.Hosts}) took it, but a majority of its members did not confirm it in time. Check the replica set, and write it again."),
        MongoCommandException { Code: Unauthorized } => new(
            $"{failure}: the user of the connection string may not do that in {place}. Grant it the role readWrite on the database '{place.Database}'."),
        MongoCommandException command => new($"{failure}: {place} answered error {Code(command.Code, command.CodeName)}. The log of the server says more."),
        MongoWriteException { WriteError: { } error } => new($"{failure}: {place} answered error {Code(error.Code, null)}. The log of the server says more."),
        _ => new($"{failure}: the driver of MongoDB threw {exception.GetType().Name} for {place}. The log of the server says more."),
    };

    private static string Code(int code, string? name) =>
        string.IsNullOrEmpty(name) ? code.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{code} ({name})");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} seconds");
}
