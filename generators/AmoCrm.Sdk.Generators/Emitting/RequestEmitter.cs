using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the request class of a handler: its params that are not method parameters.</summary>
internal static class RequestEmitter
{
    /// <summary>The file; null when every param is positional.</summary>
    public static SourceFile? Emit(HandlerSpec handler)
    {
        var shape = new RequestShape(handler);
        if (!shape.HasRequest)
        {
            return null;
        }

        var writer = new SourceWriter();
        var method = $"{handler.Client}Client.{handler.Method}Async";
        var tracking = shape.Tracked.Count > 0 ? " Only what was assigned is sent, null included." : "";
        writer.Line($"/// <summary>The request of <c>{method}</c> (<c>{handler.Name}</c>).{tracking}</summary>");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"public sealed partial class {shape.RequestType}"))
        {
            if (shape.Tracked.Count > 0)
            {
                writer.Line("private AssignedMembers _assigned;");
            }

            RecordMembers.WriteFields(writer, shape.Members.Select(PropertyOf));
            foreach (var param in shape.Members)
            {
                WriteProperty(writer, shape, param);
                writer.Separate();
            }

            if (shape.Tracked.Count > 0)
            {
                WriteTracking(writer, shape);
            }

            WriteToString(writer, shape);
            writer.Separate();
            if (IsCopied(shape))
            {
                writer.Line($$"""
                    /// <summary>A copy that may be changed without the caller seeing it.</summary>
                    internal {{shape.RequestType}} Clone() => ({{shape.RequestType}})MemberwiseClone();
                    """);
                writer.Separate();
            }

            if (shape.Tracked.Count > 0)
            {
                WriteMembers(writer, shape);
            }
        }

        return CSharpFile.Create($"Requests/{shape.RequestType}.g.cs", CSharpFile.PublicNamespace, writer);
    }

    /// <summary>Whether hooks fill something in, or a hand-written method may.</summary>
    private static bool IsCopied(RequestShape shape) => PrepareEmitter.NameOf(shape) is not null || shape.Handler.IsCustom;

    private static void WriteProperty(SourceWriter writer, RequestShape shape, ParamSpec param)
    {
        var property = PropertyOf(param);
        XmlComment.Write(writer, param.Summary);
        if (param.DefaultValue is { } value)
        {
            writer.Line($"/// <value>The default is <c>{CSharpText.XmlDoc(value)}</c>.</value>");
        }

        if (!shape.IsTracked(param))
        {
            writer.Line(property.Line());
            return;
        }

        using (writer.Block(property.Head()))
        {
            writer.Line(property.Getter());
            using (writer.Block("set"))
            {
                writer.Line($"{CSharpNames.Field(param.Property)} = value;");
                writer.Line($"_assigned.Add(Members.{param.Property});");
            }
        }
    }

    private static BackedProperty PropertyOf(ParamSpec param)
    {
        var type = RequestShape.TypeOf(param);
        var initial = param.DefaultValue is { } value && !IsDefault(type, value) ? CSharpType.Constant(type, value) : null;
        return new BackedProperty(type, param.Property, "set", param.IsRequired, initial);
    }

    /// <summary>CA1805: a member is not initialised to what it is anyway.</summary>
    private static bool IsDefault(TypeSpec type, string value) =>
        type is { Kind: TypeKind.Primitive, IsNullable: false, Name: "bool" or "int32" or "int64" or "decimal" }
        && (string.Equals(value, "false", StringComparison.OrdinalIgnoreCase) || value == "0");

    private static void WriteTracking(SourceWriter writer, RequestShape shape)
    {
        var first = shape.Tracked[0].Property;
        writer.Line($$"""
            /// <summary>The members that were assigned.</summary>
            internal AssignedMembers Assigned => _assigned;

            /// <summary>Whether a member was assigned, null included.</summary>
            /// <param name="property">The member: <c>nameof({{shape.RequestType}}.{{first}})</c>.</param>
            /// <returns>True when it is sent.</returns>
            /// <exception cref="ArgumentException">There is no such member, or it is never sent.</exception>
            public bool IsAssigned(string property) => _assigned.Contains(AssignedMembers.IndexOf(Members.Names, property));

            /// <summary>Takes an assignment back: the member is not sent.</summary>
            /// <param name="property">The member: <c>nameof({{shape.RequestType}}.{{first}})</c>.</param>
            /// <exception cref="ArgumentException">There is no such member, or it is never sent.</exception>
            public void Unassign(string property) => _assigned.Remove(AssignedMembers.IndexOf(Members.Names, property));
            """);
        writer.Separate();
        if (shape.Tracked.FirstOrDefault(static param => param.CustomFieldScope is not null) is { } fields)
        {
            writer.Line($$"""
                /// <summary>The custom fields to send: none when their assignment was taken back.</summary>
                internal {{CSharpType.Of(RequestShape.TypeOf(fields))}} Assigned{{fields.Property}} => _assigned.Contains(Members.{{fields.Property}}) ? {{fields.Property}} : null;
                """);
            writer.Separate();
        }
    }

    private static void WriteToString(SourceWriter writer, RequestShape shape)
    {
        writer.Line("""
            /// <summary>The type and the ids in it: never a customer's data.</summary>
            /// <returns>A text for logs.</returns>
            """);
        writer.Line(ToStringMethod(shape.RequestType, shape.Members));
    }

    /// <summary>A <c>ToString</c> with the type and the ids.</summary>
    public static string ToStringMethod(string type, IEnumerable<ParamSpec> members)
    {
        var ids = members
            .Where(static param => param.Type is { Kind: TypeKind.Primitive, Name: "int64", IsList: false } && (param.Name == "id" || param.Name.EndsWith("_id", StringComparison.Ordinal)))
            .Select(static param => $", (nameof({param.Property}), {param.Property})")
            .ToList();
        return ids.Count == 0
            ? $"public override string ToString() => nameof({type});"
            : $"public override string ToString() => RequestText.Of(nameof({type}){string.Concat(ids)});";
    }

    private static void WriteMembers(SourceWriter writer, RequestShape shape)
    {
        writer.Line("/// <summary>The members whose assignment is marked, by position.</summary>");
        using (writer.Block("internal static class Members"))
        {
            for (var i = 0; i < shape.Tracked.Count; i++)
            {
                writer.Line($"public const int {shape.Tracked[i].Property} = {CSharpText.Number(i)};");
            }

            writer.Separate();
            var names = string.Join(", ", shape.Tracked.Select(static param => $"nameof({param.Property})"));
            writer.Line($"public static readonly string[] Names = [{names}];");
        }
    }
}
