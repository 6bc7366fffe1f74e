namespace AmoCrm.Emulator.Validation;

/// <summary>What a piece of a request body must look like. Bodies are declared with these, and checked by <see cref="ShapeValidator"/>.</summary>
internal sealed record Shape(ShapeKind Kind)
{
    public static readonly Shape Any = new(ShapeKind.Any);
    public static readonly Shape Int = new(ShapeKind.Int);
    public static readonly Shape Number = new(ShapeKind.Number);
    public static readonly Shape Text = new(ShapeKind.Text);
    public static readonly Shape Flag = new(ShapeKind.Flag);
    public static readonly Shape IntOrText = new(ShapeKind.IntOrText);
    public static readonly Shape TextOrNumber = new(ShapeKind.TextOrNumber);

    public Shape? Item { get; private init; }

    public int MaxItems { get; private init; } = int.MaxValue;

    public IReadOnlyList<Member> Members { get; private init; } = [];

    public IReadOnlyCollection<string> Choices { get; private init; } = [];

    public static Shape Choice(params string[] choices) => new(ShapeKind.Choice) { Choices = choices };

    public static Shape ListOf(Shape item, int max = int.MaxValue) => new(ShapeKind.List) { Item = item, MaxItems = max };

    public static Shape ObjectOf(params Member[] members) => new(ShapeKind.Object) { Members = members };

    /// <summary>The same object with further members.</summary>
    public Shape And(params Member[] members) => this with { Members = [.. Members, .. members] };

    /// <summary>The same object with one member required.</summary>
    public Shape Requiring(string name) =>
        this with { Members = Members.Select(member => member.Name == name ? member with { Required = true } : member).ToList() };

    /// <summary>The same object with nothing required: what an update takes.</summary>
    public Shape AllOptional() => this with { Members = Members.Select(member => member with { Required = false }).ToList() };
}
