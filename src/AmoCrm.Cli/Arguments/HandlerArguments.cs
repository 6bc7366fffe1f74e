using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Arguments;

/// <summary>Reads the arguments of a call from <c>key=value</c> words or from JSON.</summary>
internal static class HandlerArguments
{
    /// <summary>Makes the arguments' object from words like <c>company_id=17</c>.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="words">The words.</param>
    /// <param name="command">The command that takes them.</param>
    /// <exception cref="CliUsageException">A word is no <c>key=value</c>, or a key comes twice.</exception>
    public static JsonObject FromWords(HandlerDescriptor handler, IEnumerable<string> words, string command = "call")
    {
        var arguments = new JsonObject();
        foreach (var word in words)
        {
            if (TypedWord.IsOption(word))
            {
                throw new CliUsageException($"There is no option '{TypedWord.Show(word)}'. 'amocrm {command} --help' lists the options.");
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !TypedWord.IsName(word[..equals]))
            {
                throw new CliUsageException($"'{TypedWord.Show(word)}' is no key=value. Write a parameter as name=value{(command == "call" ? ", or give them all as JSON with --args" : "")}.");
            }

            var key = word[..equals];
            if (!arguments.TryAdd(key, Value(handler, key, word[(equals + 1)..])))
            {
                throw new CliUsageException($"'{key}' is given twice. Give several values as a JSON array: {key}='[…]'.");
            }
        }

        return arguments;
    }

    /// <summary>Reads the arguments' object from JSON text.</summary>
    /// <exception cref="CliUsageException">The JSON is no object.</exception>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonObject FromJson(string json) =>
        JsonNode.Parse(json) as JsonObject ?? throw new CliUsageException("The arguments must be a JSON object of parameters by name.");

    /// <summary>A parameter's value as JSON. Text stays text ("name=007"); what can be JSON is JSON ("company_id=17", "with=[…]"); a list may also be written with commas.</summary>
    public static JsonNode? Value(HandlerDescriptor handler, string key, string value)
    {
        var type = handler.Parameters.FirstOrDefault(parameter => parameter.Name == key || parameter.Aliases.Contains(key, StringComparer.Ordinal))?.Type;
        if (type == "string")
        {
            return JsonValue.Create(value);
        }

        if (TryParse(value, out var node))
        {
            return node;
        }

        return type is not null && type.EndsWith("[]", StringComparison.Ordinal)
            ? new JsonArray([.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static item => JsonValue.Create(item))])
            : JsonValue.Create(value);
    }

    private static bool TryParse(string value, out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(value);
            return true;
        }
        catch (JsonException)
        {
            node = null;
            return false;
        }
    }
}
