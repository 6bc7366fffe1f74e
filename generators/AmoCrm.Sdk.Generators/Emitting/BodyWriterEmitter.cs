using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the function that writes a handler's body from its structure.</summary>
internal sealed class BodyWriterEmitter
{
    private const string Element = "item";

    private readonly SourceWriter _writer;
    private readonly RequestShape _shape;

    /// <summary>Params that are known to be there at this point, with the variable that holds them.</summary>
    private readonly Dictionary<string, string> _bound = new(StringComparer.Ordinal);

    /// <summary>Params that are known to be assigned at this point, null perhaps.</summary>
    private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);

    private BodyWriterEmitter(SourceWriter writer, RequestShape shape)
    {
        _writer = writer;
        _shape = shape;
    }

    /// <summary>The function's name; null when the handler sends no body.</summary>
    public static string? NameOf(HandlerSpec handler) =>
        handler.Body == BodyKind.None || handler.BodyTree is null ? null : $"Write{handler.Stem}Body";

    public static void Write(SourceWriter writer, RequestShape shape)
    {
        if (NameOf(shape.Handler) is { } name)
        {
            using (writer.Block($"private static void {name}(Utf8JsonWriter writer, {shape.CarrierType} {shape.CarrierName}, OperationContext context)"))
            {
                new BodyWriterEmitter(writer, shape).WriteRoot(shape.Handler.BodyTree!);
            }

            writer.Separate();
        }
    }

    private void WriteRoot(BodyNode root)
    {
        var body = new BodyPresence(_shape);
        if (body.ParamsOf(root).Any(param => !param.IsPositional && (param.CustomFieldScope is null || _shape.IsTracked(param))) && _shape.RequestVariable() is { } variable)
        {
            _writer.Line(variable);
        }

        if (root is BodyParam value)
        {
            WriteWholeValue(_shape.Get(value.Param));
            return;
        }

        _writer.Line("writer.WriteStartObject();");
        if (_shape.Handler.Batch is not null && ItemId() is { } id)
        {
            using (_writer.Block("if (context.WriteId)"))
            {
                _writer.Line($"writer.WriteNumber(\"id\"u8, arguments.{id.Property});");
            }

            _writer.Separate();
        }

        if (root is BodyObject members)
        {
            WriteMembers(members);
        }

        if (_shape.Handler is { Body: BodyKind.Array, Effect: HandlerEffect.Create } && _shape.Find("request_id") is null)
        {
            _writer.Line("JsonWrite.String(writer, \"request_id\"u8, context.RequestId);");
        }

        _writer.Line("writer.WriteEndObject();");
    }

    /// <summary>The path variable that names the object of an update: in a batch it moves into the item.</summary>
    private ParamSpec? ItemId() => _shape.Handler.Effect == HandlerEffect.Update ? _shape.ItemId : null;

    private void WriteWholeValue(ParamSpec param)
    {
        var type = RequestShape.TypeOf(param);
        if (!type.IsNullable)
        {
            _writer.Line(JsonWriting.Value(type, RequestShape.Access(param)));
            return;
        }

        var local = CSharpNames.Local(param.Property);
        using (_writer.Block($"if ({RequestShape.Access(param)} is {{ }} {local})"))
        {
            _writer.Line(JsonWriting.Value(type with { IsNullable = false }, local));
        }

        using (_writer.Block("else"))
        {
            _writer.Line("writer.WriteStartObject();");
            _writer.Line("writer.WriteEndObject();");
        }
    }

    private void WriteMembers(BodyObject node)
    {
        foreach (var member in node.Members)
        {
            switch (member.Value)
            {
                case BodyConstant constant:
                    _writer.Line(JsonConstants.Member(member.Name, constant.Json));
                    break;
                case BodyParam leaf:
                    WriteLeaf(member.Name, _shape.Get(leaf.Param));
                    break;
                default:
                    WriteContainer(member);
                    break;
            }
        }
    }

    private void WriteLeaf(string name, ParamSpec param)
    {
        var type = RequestShape.TypeOf(param);
        if (param.CustomFieldScope is not null)
        {
            using (_writer.Block("if (context.CustomFields is { Count: > 0 } customFields)"))
            {
                _writer.Line($"writer.WriteStartArray({CSharpText.Utf8Literal(name)});");
                _writer.Line("customFields.WriteItems(writer);");
                _writer.Line("writer.WriteEndArray();");
            }

            WriteClearing(CSharpText.Utf8Literal(name), param);
            _writer.Separate();
        }
        else if (_bound.TryGetValue(param.Name, out var local))
        {
            // Under a repeated item the variable is one element of the list.
            _writer.Line(JsonWriting.Member(name, type with { IsNullable = false, IsList = type.IsList && local != Element }, local));
        }
        else if (!_shape.IsTracked(param))
        {
            _writer.Line(JsonWriting.Member(name, type, RequestShape.Access(param)));
        }
        else if (_assigned.Contains(param.Name))
        {
            _writer.Line(JsonWriting.MemberOrNull(name, type, RequestShape.Access(param)));
        }
        else
        {
            using (_writer.Block($"if ({_shape.Assigned(param)})"))
            {
                _writer.Line(JsonWriting.MemberOrNull(name, type, RequestShape.Access(param)));
            }

            _writer.Separate();
        }
    }

    private void WriteContainer(BodyMember member)
    {
        var name = CSharpText.Utf8Literal(member.Name);
        if (member.Value is BodyArray array)
        {
            When(array, () => WriteArray(name, array), () => array.Items
                .Select(static item => item.Value)
                .OfType<BodyParam>()
                .Select(leaf => _shape.Get(leaf.Param))
                .Where(static param => param.CustomFieldScope is not null)
                .ToList()
                .ForEach(param => WriteClearing(name, param)));
            return;
        }

        When(member.Value, () =>
        {
            _writer.Line($"writer.WriteStartObject({name});");
            WriteMembers((BodyObject)member.Value);
            _writer.Line("writer.WriteEndObject();");
        });
    }

    /// <summary>Custom fields that were assigned null, with no single field beside them: the whole array is null.</summary>
    private void WriteClearing(string name, ParamSpec customFields)
    {
        if (!_shape.IsTracked(customFields))
        {
            return;
        }

        using (_writer.Block($"else if ({_shape.Assigned(customFields)} && {RequestShape.Access(customFields)} is null)"))
        {
            _writer.Line($"writer.WriteNull({name});");
        }
    }

    private void WriteArray(string name, BodyArray array)
    {
        // An update that clears the only value of the innermost array clears the array: "values": null.
        if (new BodyPresence(_shape).OnlyNullableLeaf(array) is { } param && !_bound.ContainsKey(param.Name))
        {
            using (Bind(param))
            {
                WriteItems(name, array);
            }

            using (_writer.Block("else"))
            {
                _writer.Line($"writer.WriteNull({name});");
            }

            _bound.Remove(param.Name);
            return;
        }

        WriteItems(name, array);
    }

    private void WriteItems(string name, BodyArray array)
    {
        _writer.Line($"writer.WriteStartArray({name});");
        foreach (var item in array.Items)
        {
            if (item.Value is BodyParam leaf && _shape.Get(leaf.Param).CustomFieldScope is not null)
            {
                _writer.Line("context.CustomFields?.WriteItems(writer);");
            }
            else
            {
                When(item.RepeatsParam is { } repeated ? new BodyParam(repeated) : item.Value, () => WriteItem(item));
            }
        }

        _writer.Line("writer.WriteEndArray();");
    }

    private void WriteItem(BodyItem item)
    {
        if (item.RepeatsParam is not { } name)
        {
            WriteItemValue(item);
            return;
        }

        var param = _shape.Get(name);
        var isNullable = RequestShape.TypeOf(param).IsNullable;
        var outer = _bound.TryGetValue(name, out var local) ? local : RequestShape.Access(param) + (isNullable ? " ?? []" : "");
        using (_writer.Block($"foreach (var {Element} in {outer})"))
        {
            _bound[name] = Element;
            WriteItemValue(item);
            _bound[name] = outer;
        }
    }

    private void WriteItemValue(BodyItem item)
    {
        if (item.Value is BodyParam leaf)
        {
            var param = _shape.Get(leaf.Param);
            var type = RequestShape.TypeOf(param) with { IsNullable = false };
            var value = _bound.TryGetValue(param.Name, out var local) ? local : RequestShape.Access(param);
            _writer.Line(JsonWriting.Value(item.RepeatsParam is null ? type : type with { IsList = false }, value));
            return;
        }

        _writer.Line("writer.WriteStartObject();");
        if (item.SelectorMember is { } member)
        {
            _writer.Line($"writer.WriteString({CSharpText.Utf8Literal(member)}, {CSharpText.Utf8Literal(item.SelectorValue ?? "")});");
        }

        WriteMembers((BodyObject)item.Value);
        _writer.Line("writer.WriteEndObject();");
    }

    /// <summary>Writes what is inside only when one of the node's params is to be sent.</summary>
    /// <param name="otherwise">Writes what follows the block of custom fields: the branch for when none of them is sent.</param>
    private void When(BodyNode node, Action inside, Action? otherwise = null)
    {
        var presence = new BodyPresence(_shape);
        var open = presence.ParamsOf(node).Where(param => !_bound.ContainsKey(param.Name) && !_assigned.Contains(param.Name)).ToList();
        if (open.Count < presence.ParamsOf(node).Count() || open.Count == 0 || open.Exists(presence.IsAlwaysThere))
        {
            inside();
            return;
        }

        if (open.Count > 1 || open[0].CustomFieldScope is not null)
        {
            using (Conditions.OpenIf(_writer, open.ConvertAll(presence.ConditionOf)))
            {
                inside();
            }

            otherwise?.Invoke();
        }
        else if (_shape.IsTracked(open[0]))
        {
            using (_writer.Block($"if ({_shape.Assigned(open[0])})"))
            {
                _assigned.Add(open[0].Name);
                inside();
                _assigned.Remove(open[0].Name);
            }
        }
        else
        {
            using (Bind(open[0]))
            {
                inside();
            }

            _bound.Remove(open[0].Name);
        }

        _writer.Separate();
    }

    private SourceWriter.BlockScope Bind(ParamSpec param)
    {
        var local = CSharpNames.Local(param.Property);
        _bound[param.Name] = local;
        return _writer.Block($"if ({RequestShape.Access(param)} is {{ }} {local})");
    }
}
