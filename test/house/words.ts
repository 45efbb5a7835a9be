/** Which words this house does not use of people, where a person would see them, and where a quotation may keep them. */
import { parse } from '@babel/parser'
