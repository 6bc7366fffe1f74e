using System.Globalization;
using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>A mapping of the manifest read by key. Whatever is wrong with a key is reported at it, and the key then counts as absent.</summary>
internal sealed class MappingReader
{
    private readonly YamlMapping _mapping;

    /// <param name="what">What the mapping is, to begin a message: <c>The param 'name'</c>.</param>
    /// <param name="owner">Where a missing key is reported: the name of what lacks it.</param>
    /// <param name="keys">The keys it may have.</param>
    public MappingReader(YamlMapping mapping, string what, SourceSpan owner, FileScope scope, params string[] keys)
    {
        _mapping = mapping;
        What = what;
        Owner = owner;
        Scope = scope;
        foreach (var entry in mapping.Entries)
        {
            if (!keys.Contains(entry.Name, StringComparer.Ordinal))
            {
                scope.Report(DiagnosticDescriptors.UnknownKey, entry.Key.Span, what, entry.Name, NameSuggestion.Hint(entry.Name, keys));
            }
        }
    }

    public string What { get; }

    public SourceSpan Owner { get; }

    public FileScope Scope { get; }

    /// <summary>The same mapping without some keys.</summary>
    public MappingReader Without(params string[] keys) => new(
        _mapping with { Entries = _mapping.Entries.Where(entry => !keys.Contains(entry.Name, StringComparer.Ordinal)).ToEquatableArray() },
        What,
        Owner,
        Scope,
        [.. _mapping.Entries.Select(entry => entry.Name)]);

    public bool Has(string key) => _mapping.Find(key) is not null;

    public YamlNode? Node(string key) => _mapping.Find(key)?.Value;

    /// <summary>The place of a key's value, or of the owner when the key is absent.</summary>
    public SourceSpan Place(string key) => Node(key)?.Span ?? Owner;

    public SourceSpan KeyPlace(string key) => _mapping.Find(key)?.Key.Span ?? Owner;

    /// <summary>A text; null when absent or wrong.</summary>
    public string? Text(string key) => Node(key) is { } node ? NodeText.Read(node, Subject(key), Scope) : null;

    /// <summary>A text that must be there; null when it is not, reported.</summary>
    public string? RequiredText(string key)
    {
        if (!Has(key))
        {
            Scope.Report(DiagnosticDescriptors.MissingKey, Owner, What, key);
            return null;
        }

        return Text(key);
    }

    /// <summary>The summary; a stand-in when it is missing, so that the member still compiles with documentation.</summary>
    public string Summary()
    {
        var text = Text("summary");
        if (!Has("summary") || (text is not null && string.IsNullOrWhiteSpace(text)))
        {
            Scope.Report(DiagnosticDescriptors.MissingSummary, Has("summary") ? Place("summary") : Owner, What);
        }

        return string.IsNullOrWhiteSpace(text) ? "Not described." : text!.Trim();
    }

    public bool Flag(string key, bool whenAbsent)
    {
        if (Node(key) is not { } node)
        {
            return whenAbsent;
        }

        if (node is YamlScalar { Meaning: ScalarMeaning.Flag } scalar)
        {
            return scalar.Value is "true" or "True" or "TRUE";
        }

        Scope.Report(DiagnosticDescriptors.WrongShape, node.Span, Subject(key), "true or false");
        return whenAbsent;
    }

    public int? Integer(string key)
    {
        if (Node(key) is not { } node)
        {
            return null;
        }

        if (node is YamlScalar { Meaning: ScalarMeaning.Integer } scalar
            && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Scope.Report(DiagnosticDescriptors.WrongShape, node.Span, Subject(key), "a whole number");
        return null;
    }

    public EquatableArray<int> Integers(string key, EquatableArray<int> whenAbsent)
    {
        if (Node(key) is not { } node)
        {
            return whenAbsent;
        }

        var numbers = new List<int>();
        foreach (var item in Items(key))
        {
            if (item is YamlScalar { Meaning: ScalarMeaning.Integer } scalar
                && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                numbers.Add(value);
            }
            else
            {
                Scope.Report(DiagnosticDescriptors.WrongShape, item.Span, $"An item of '{key}'", "a whole number");
            }
        }

        return numbers.Count > 0 ? numbers.ToEquatableArray() : whenAbsent;
    }

    /// <summary>The texts of a list, each with its place.</summary>
    public IReadOnlyList<(string Text, SourceSpan Place)> Texts(string key)
    {
        var texts = new List<(string Text, SourceSpan Place)>();
        foreach (var item in Items(key))
        {
            if (NodeText.Read(item, $"An item of '{key}'", Scope) is { } text)
            {
                texts.Add((text, item.Span));
            }
        }

        return texts;
    }

    /// <summary>One of some words; the given one when the key is absent or wrong.</summary>
    public T Word<T>(string key, WordTable<T> words, T whenAbsent)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return whenAbsent;
        }

        if (words.TryGet(text, out var value))
        {
            return value;
        }

        Scope.Report(words.Unknown, Place(key), words.Unknown.Equals(DiagnosticDescriptors.UnknownWord)
            ? [text, words.What, NameSuggestion.Hint(text, words.Words)]
            : [text, NameSuggestion.Hint(text, words.Words)]);
        return NameSuggestion.Nearest(text, words.Words) is { } nearest && words.TryGet(nearest, out var meant) ? meant : whenAbsent;
    }

    public MappingReader? Mapping(string key, params string[] keys)
    {
        if (Entries(key) is not { } mapping)
        {
            return null;
        }

        return new MappingReader(mapping, Subject(key), KeyPlace(key), Scope, keys);
    }

    /// <summary>A mapping with free keys; null when absent or wrong.</summary>
    public YamlMapping? Entries(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlMapping mapping:
                return mapping;
            case var node:
                Scope.Report(DiagnosticDescriptors.WrongShape, node.Span, Subject(key), "a mapping");
                return null;
        }
    }

    private EquatableArray<YamlNode> Items(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlSequence sequence:
                return sequence.Items;
            case var node:
                Scope.Report(DiagnosticDescriptors.WrongShape, node.Span, Subject(key), "a list");
                return [];
        }
    }

    private static string Subject(string key) => $"The value of '{key}'";
}
