import {
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  ValueListNode,
  ValueNode,
} from "kysely";
import { Placeholder } from "./query.ts";

/**
 * Constants become part of a query's text, and only what is given each time becomes a parameter: a planner uses an index on
 * a part of a table (`where status = 'left'`) only if it can read the constant.
 */
class ConstantsInText extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return node.value instanceof Placeholder ? node : { ...node, immediate: true };
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    const list: OperationNode = ValueListNode.create(
      node.values.map((value) => this.transformValue(ValueNode.create(value))),
    );
    return list as PrimitiveValueListNode;
  }
}

export const constantsInText: KyselyPlugin = {
  transformQuery: ({ node }) => new ConstantsInText().transformNode(node),
  transformResult: ({ result }) => Promise.resolve(result),
};
