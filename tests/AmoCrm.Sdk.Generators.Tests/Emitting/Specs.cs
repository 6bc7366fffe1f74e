using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>Hand-built parts of the model: an emitter is tested without a manifest.</summary>
internal static class Specs
{
    public static TypeSpec Text { get; } = new(TypeKind.Primitive, "string", IsList: false, IsNullable: true, IsValueType: false);

    public static TypeSpec Id { get; } = new(TypeKind.Primitive, "int64", IsList: false, IsNullable: false, IsValueType: true);

    public static TypeSpec Number { get; } = Id with { IsNullable = true };

    public static TypeSpec Time { get; } = new(TypeKind.Primitive, "unixTime", IsList: false, IsNullable: true, IsValueType: true);

    public static TypeSpec ModelOf(string name) => new(TypeKind.Model, name, IsList: false, IsNullable: true, IsValueType: false);

    public static TypeSpec EnumOf(string name) => new(TypeKind.StringEnum, name, IsList: false, IsNullable: true, IsValueType: true);

    public static TypeSpec ListOf(TypeSpec type) => type with { IsList = true };

    public static TypeSpec Always(TypeSpec type) => type with { IsNullable = false };

    public static FieldSpec Field(string name, string property, TypeSpec type, params string[] path) =>
        new(name, property, type, path.Length == 0 ? [name] : [.. path], $"About {name}.");

    public static ParamSpec Param(string name, string property, TypeSpec type, ParamPlacement placement = ParamPlacement.Body) => new()
    {
        Name = name,
        Property = property,
        Type = type,
        Summary = $"About {name}.",
        Placement = placement,
        QueryName = placement == ParamPlacement.Query ? name : "",
        IsPositional = placement == ParamPlacement.Path,
        IsRequired = !type.IsNullable,
    };

    public static ReturnsSpec Returns(ReturnsKind kind, string model, string? at = null) =>
        new(kind, model, at, [200, 201, 202, 204], [], model, null, null, [], HasSteps: false);

    public static BodyObject Body(params (string Name, BodyNode Value)[] members) =>
        new([.. members.Select(static member => new BodyMember(member.Name, member.Value))]);

    public static BodyItem Item(string? selector, BodyNode value) =>
        new(selector?.Split('=')[0], selector?.Split('=')[1], null, value);

    /// <summary><c>PATCH /api/v4/companies/{company_id}</c> with the given params after the id.</summary>
    public static HandlerSpec Update(BodyNode body, params ParamSpec[] parameters) => new()
    {
        Name = "amocrm_update_company",
        Stem = "UpdateCompany",
        Module = "companies",
        Client = "Companies",
        Method = "Update",
        Summary = "Changes a company.",
        HttpMethod = "PATCH",
        Path = "/api/v4/companies/{company_id}",
        Effect = HandlerEffect.Update,
        Retry = RetrySafety.Idempotent,
        Body = BodyKind.Object,
        TracksAssignment = true,
        Params = [Param("company_id", "CompanyId", Id, ParamPlacement.Path), .. parameters],
        BodyTree = body,
        Returns = Returns(ReturnsKind.Updated, "Company", "_embedded.companies"),
        Envelope = new EnvelopeSpec("updated_company", []),
        Docs = "https://example.com/companies",
        Checked = ["docs"],
    };

    /// <summary><c>POST /api/v4/companies</c> with the given params.</summary>
    public static HandlerSpec Create(BodyNode body, params ParamSpec[] parameters) => Update(body) with
    {
        Name = "amocrm_create_company",
        Stem = "CreateCompany",
        Method = "Create",
        HttpMethod = "POST",
        Path = "/api/v4/companies",
        Effect = HandlerEffect.Create,
        Retry = RetrySafety.Unsafe,
        Body = BodyKind.Array,
        TracksAssignment = false,
        Params = [.. parameters],
        Returns = Returns(ReturnsKind.Created, "Company", "_embedded.companies"),
    };

    /// <summary><c>GET /api/v4/companies</c> with the given params.</summary>
    public static HandlerSpec List(params ParamSpec[] parameters) => Create(Body(), parameters) with
    {
        Name = "amocrm_list_companies",
        Stem = "ListCompanies",
        Method = "List",
        HttpMethod = "GET",
        Effect = HandlerEffect.Read,
        Retry = RetrySafety.Safe,
        Body = BodyKind.None,
        BodyTree = null,
        Returns = Returns(ReturnsKind.List, "Company", "_embedded.companies"),
    };

    /// <summary>The text of one emitted member, from its first line to the closing brace at the same depth.</summary>
    public static string Member(string source, string start)
    {
        var lines = source.Split('\n');
        var first = Array.FindIndex(lines, line => line.TrimStart().StartsWith(start, StringComparison.Ordinal));
        Assert.True(first >= 0, $"'{start}' is not in:\n{source}");
        var indent = lines[first].Length - lines[first].TrimStart().Length;
        var last = Array.FindIndex(lines, first, line => line.StartsWith(new string(' ', indent) + "}", StringComparison.Ordinal));
        return string.Join('\n', lines[first..(last + 1)].Select(line => line.Length > indent ? line[indent..] : line));
    }
}
