using Microsoft.Extensions.Options;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB;

/// <summary>Says what is wrong with options, all at once, and never repeats the connection string: it holds a password.</summary>
internal sealed class MongoDbSettingsOptionsValidator : IValidateOptions<MongoDbSettingsOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, MongoDbSettingsOptions options) =>
        ProblemsOf(options) is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;

    public static IReadOnlyList<string> ProblemsOf(MongoDbSettingsOptions options)
    {
        var problems = new List<string>();
        Check(
            IsConnectionString(options.ConnectionString),
            $"{nameof(options.ConnectionString)} must be mongodb://user:password@host:27017/?options or mongodb+srv://…, with special characters of user and password written as %40 and so on.");
        Check(IsName(() => new DatabaseNamespace(options.Database)), $"{nameof(options.Database)} must be the name of a MongoDB database: not empty, without / \\ . \" $ and spaces.");
        Check(IsName(() => new CollectionNamespace("database", options.Collection)), $"{nameof(options.Collection)} must be the name of a MongoDB collection: leave it '{MongoDbSettingsOptions.DefaultCollection}'.");
        CheckTimeout(nameof(options.ServerSelectionTimeout), options.ServerSelectionTimeout);
        CheckTimeout(nameof(options.OperationTimeout), options.OperationTimeout);
        return problems;

        void CheckTimeout(string name, TimeSpan value) =>
            Check(value > TimeSpan.Zero && value <= LongestTimeout, $"{name} must be more than zero and at most one hour.");

        void Check(bool isRight, string problem)
        {
            if (!isRight)
            {
                problems.Add(problem);
            }
        }
    }

    // The driver's own messages quote what they do not understand.
    private static bool IsConnectionString(string? text)
    {
        try
        {
            return !string.IsNullOrEmpty(text) && MongoClientSettings.FromConnectionString(text) is not null;
        }
        catch (Exception exception) when (exception is MongoConfigurationException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static bool IsName(Func<object> make)
    {
        try
        {
            return make() is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
